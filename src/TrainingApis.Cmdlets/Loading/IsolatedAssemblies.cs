using System.Buffers.Binary;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
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

/// <summary>
/// Loads the clients and their packages out of <c>deps/</c>, so that no other module ever meets them. It shares Abstractions, and
/// prefers the host's copy of an assembly of the same or a newer version: a private copy of something that the runtime itself
/// exchanges with the framework (System.Diagnostics.DiagnosticSource, say) would not fit the framework's own.
/// </summary>
internal sealed class PrivateLoadContext(string deps) : AssemblyLoadContext("TrainingApis")
{
    /// <summary>Where a copy with machine code for this very runtime may lie; on any other it would not load.</summary>
    private static readonly string Precompiled = $"{RuntimeInformation.RuntimeIdentifier}-{Environment.Version.Major}";

    /// <summary>That of the runtime's own core library, which contains machine code.</summary>
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

    /// <summary>Loads a copy with machine code; returns null where there is none, or where the runtime does not accept the file.</summary>
    private Assembly? LoadPrecompiled(string path)
    {
        // A context that has tried a file for another system loads no other file of that assembly either.
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

    /// <summary>Gets the number of the processor and system that a file has code for; null where it is no such file.</summary>
    private static ushort? ReadMachine(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        const int Header = 0x3C; // where the offset of the PE header is
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
