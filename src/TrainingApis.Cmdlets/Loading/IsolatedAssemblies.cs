using System.Reflection;
using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Loading;

/// <summary>Loads the isolated assemblies, on first use and not at import.</summary>
internal static class IsolatedAssemblies
{
    private static readonly Lazy<PrivateLoadContext> Context = new(() =>
        new PrivateLoadContext(Path.Combine(Path.GetDirectoryName(typeof(IsolatedAssemblies).Assembly.Location)!, "deps")));

    private static readonly Lazy<IClientHost> Clients =
        new(() => Create<IClientHost>("TrainingApis.Clients", "TrainingApis.Clients.ClientHost"));

    public static IClientHost ClientHost => Clients.Value;

    public static ISandbox CreateSandbox(SandboxOptions options) =>
        Create<ISandbox>("TrainingApis.Sandbox", "TrainingApis.Sandbox.SandboxHost", options);

    public static IWorkbookWriter CreateWorkbook(Stream stream, Action<string> warn) =>
        Create<IWorkbookWriter>("TrainingApis.Workbook", "TrainingApis.Workbook.XlsxWriter", stream, warn);

    private static T Create<T>(string assembly, string type, params object[] arguments)
    {
        var found = Context.Value.LoadFromAssemblyName(new AssemblyName(assembly)).GetType(type, throwOnError: true)!;
        return (T)Activator.CreateInstance(found, arguments)!;
    }
}
