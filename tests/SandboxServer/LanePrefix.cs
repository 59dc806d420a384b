namespace TrainingApis.SandboxServer;

/// <summary>
/// Removes the prefix by which tests that run side by side on one server distinguish their requests in faults and in the log:
/// <c>/lane/a/cegos/…</c> and <c>/lane/b/cegos/…</c> lead to the same place.
/// </summary>
internal static class LanePrefix
{
    private const string Prefix = "/lane/";

    public static string Remove(string target)
    {
        // A proxy receives whole addresses.
        var path = target.StartsWith("http://", StringComparison.Ordinal) ? new Uri(target).PathAndQuery : target;
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return path;
        }

        var end = path.IndexOf('/', Prefix.Length);
        return end < 0 ? "/" : path[end..];
    }
}
