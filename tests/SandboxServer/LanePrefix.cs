namespace TrainingApis.SandboxServer;

/// <summary>
/// Removes the path prefix with which concurrent tests on one server distinguish their requests in faults and in the log:
/// <c>/lane/a/cegos/…</c> and <c>/lane/b/cegos/…</c> have the same target.
/// </summary>
internal static class LanePrefix
{
    private const string Prefix = "/lane/";

    public static string Remove(string target)
    {
        // A proxy receives absolute URLs.
        var path = target.StartsWith("http://", StringComparison.Ordinal) ? new Uri(target).PathAndQuery : target;
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return path;
        }

        var end = path.IndexOf('/', Prefix.Length);
        return end < 0 ? "/" : path[end..];
    }
}
