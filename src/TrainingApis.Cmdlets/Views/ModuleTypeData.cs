using System.Collections;
using System.ComponentModel;
using System.Management.Automation.Runspaces;

namespace TrainingApis.Cmdlets.Views;

/// <summary>
/// Adds the type data of the module to the runspace that imports it, and removes it with the module. A file in <c>TypesToProcess</c> would
/// fail for a second copy of the module with "already present", and would hide PowerShell's message about the copy.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModuleTypeData : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private const string Prefix = "Deserialized.";

    /// <inheritdoc/>
    public void OnImport() => Invoke("Update-TypeData", "UpdateTypeDataCommand", "TypeData", new[]
    {
        CreateToString(typeof(ItemList), nameof(DeserializedText.OfList)),
        CreateToString(typeof(AdditionalProperties), nameof(DeserializedText.OfAdditionalProperties)),
    });

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        Invoke("Remove-TypeData", "RemoveTypeDataCommand", "TypeName", Prefix + typeof(ItemList).FullName);
        Invoke("Remove-TypeData", "RemoveTypeDataCommand", "TypeName", Prefix + typeof(AdditionalProperties).FullName);
    }

    private static TypeData CreateToString(Type type, string method) => new(Prefix + type.FullName)
    {
        Members = { [nameof(ToString)] = new CodeMethodData(nameof(ToString), typeof(DeserializedText).GetMethod(method)) },
        IsOverride = true,
    };

    /// <summary>Runs a PowerShell command by its class, so that no module is searched or imported for it.</summary>
    private static void Invoke(string name, string type, string parameter, object value)
    {
        if (Type.GetType($"Microsoft.PowerShell.Commands.{type}, Microsoft.PowerShell.Commands.Utility") is { } implementation)
        {
            using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
            shell.AddCommand(new CmdletInfo(name, implementation)).AddParameter(parameter, value).Invoke();
        }
    }
}

/// <summary>Provides <c>ToString</c> for objects that jobs and CliXml deserialise as plain lists and dictionaries.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DeserializedText
{
    /// <summary>Joins the items with <c>"; "</c>, in the same way as <see cref="ItemList{T}"/>.</summary>
    /// <param name="list">The list.</param>
    public static string OfList(PSObject list) => string.Join("; ", ((IEnumerable)list.BaseObject).Cast<object?>());

    /// <summary>Gets the members as one JSON object, in the same way as <see cref="AdditionalProperties"/>.</summary>
    /// <param name="members">The members.</param>
    public static string OfAdditionalProperties(PSObject members)
    {
        var known = new AdditionalProperties();
        foreach (DictionaryEntry member in (IDictionary)members.BaseObject)
        {
            known[member.Key.ToString()!] = member.Value;
        }

        return known.ToString();
    }
}
