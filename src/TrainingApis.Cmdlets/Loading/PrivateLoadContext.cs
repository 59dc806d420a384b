using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace TrainingApis.Cmdlets.Loading;

/// <summary>
/// Loads the clients and their packages out of <c>deps/</c>, so that no other module ever meets them. It shares Abstractions, and
/// prefers the host's copy of an assembly of the same or a newer version: a private copy of something that the runtime itself
/// exchanges with the framework (System.Diagnostics.DiagnosticSource, say) would not fit the framework's own.
/// </summary>
internal sealed class PrivateLoadContext(string deps) : AssemblyLoadContext("TrainingApis")
{
    /// <summary>Where a copy with machine code for this very runtime may lie; on any other it would not load.</summary>
    private static readonly string Precompiled = $"{RuntimeInformation.RuntimeIdentifier}-{Environment.Version.Major}";

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

        string?[] paths = [Path.Combine(deps, Precompiled, name.Name + ".dll"), Path.Combine(deps, name.Name + ".dll")];
        return Array.Find(paths, File.Exists) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    private static bool HostHas(AssemblyName name)
    {
        foreach (var folder in HostFolders)
        {
            var path = Path.Combine(folder, name.Name + ".dll");
            if (File.Exists(path) && AssemblyName.GetAssemblyName(path).Version >= name.Version)
            {
                return true;
            }
        }

        return false;
    }
}
