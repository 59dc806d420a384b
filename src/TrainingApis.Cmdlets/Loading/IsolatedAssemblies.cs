using System.Buffers.Binary;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Loading;

/// <summary>Loads the isolated assemblies on first use, not when the module is imported.</summary>
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

/// <summary>
/// Loads the clients and their packages from <c>deps/</c>, so that they are isolated from other modules. This context shares Abstractions,
/// and prefers an assembly of the host with the same or a newer version. A private copy of an assembly whose types the runtime exchanges
/// with the framework (such as System.Diagnostics.DiagnosticSource) would not be compatible with that of the framework.
/// </summary>
internal sealed class PrivateLoadContext(string deps) : AssemblyLoadContext("TrainingApis")
{
    /// <summary>The folder of assemblies with machine code for exactly this runtime. Other runtimes cannot load them.</summary>
    private static readonly string Precompiled = $"{RuntimeInformation.RuntimeIdentifier}-{Environment.Version.Major}";

    /// <summary>The machine number of the core library of the runtime, which contains machine code.</summary>
    private static readonly ushort? OwnMachine = ReadMachine(typeof(object).Assembly.Location);

    private static readonly string[] HostFolders =
        [Path.GetDirectoryName(typeof(object).Assembly.Location)!, AppContext.BaseDirectory];

    protected override Assembly? Load(AssemblyName name)
    {
        var abstractions = typeof(ApiException).Assembly;
        if (name.Name == abstractions.GetName().Name)
        {
            return abstractions;
        }

        if (HostHas(name))
        {
            return null;
        }

        var file = name.Name + ".dll";
        return LoadPrecompiled(Path.Combine(deps, Precompiled, file)) ?? LoadIfPresent(Path.Combine(deps, file));
    }

    /// <summary>Loads an assembly with machine code. Returns null if there is none, or if the runtime does not accept the file.</summary>
    private Assembly? LoadPrecompiled(string path)
    {
        // After a failed attempt with a file for another system, a context cannot load any other file of that assembly.
        if (ReadMachine(path) is not { } machine || machine != OwnMachine)
        {
            return null;
        }

        try
        {
            return LoadFromAssemblyPath(path);
        }
        catch (Exception exception) when (exception is BadImageFormatException or FileLoadException)
        {
            return null;
        }
    }

    private Assembly? LoadIfPresent(string path) => File.Exists(path) ? LoadFromAssemblyPath(path) : null;

    /// <summary>
    /// Gets the number of the processor and operating system for which a file contains code; null if it does not exist or is not such a
    /// file.
    /// </summary>
    private static ushort? ReadMachine(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        const int Header = 0x3C; // position of the offset of the PE header
        Span<byte> start = stackalloc byte[1024];
        using var stream = File.OpenRead(path);
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (start.Length < Header + sizeof(int))
        {
            return null;
        }

        var at = BinaryPrimitives.ReadInt32LittleEndian(start[Header..]) + 4; // after the signature
        return at > 0 && at <= start.Length - sizeof(ushort) ? BinaryPrimitives.ReadUInt16LittleEndian(start[at..]) : null;
    }

    private static bool HostHas(AssemblyName name) => HostFolders.Select(folder => Path.Combine(folder, name.Name + ".dll"))
        .Any(path => File.Exists(path) && AssemblyName.GetAssemblyName(path).Version >= name.Version);
}
