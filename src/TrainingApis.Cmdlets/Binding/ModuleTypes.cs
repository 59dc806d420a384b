using System.Management.Automation;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>Tells the module's own objects, live or come through a job or CliXml, from the caller's rows.</summary>
internal static class ModuleTypes
{
    private const string Prefix = "TrainingApis.";
    private const string Deserialized = "Deserialized.";

    public static bool Has(PSObject value) => value.TypeNames.Any(name => Bare(name).StartsWith(Prefix, StringComparison.Ordinal));

    public static bool Is(PSObject value, IEnumerable<Type> types) =>
        types.Any(type => value.TypeNames.Any(name => Bare(name) == type.FullName));

    /// <summary>The type's own name, for a message: <c>RegistrationResult</c>.</summary>
    public static string NameOf(PSObject value)
    {
        var name = Bare(value.TypeNames.FirstOrDefault() ?? "object");
        return name[(name.LastIndexOf('.') + 1)..];
    }

    private static string Bare(string name) => name.StartsWith(Deserialized, StringComparison.Ordinal) ? name[Deserialized.Length..] : name;
}
