namespace TrainingApis.SandboxServer;

/// <summary>
/// Tests that run side by side on one server tell their requests apart by what stands before the path: <c>/lane/a/cegos/…</c> and
/// <c>/lane/b/cegos/…</c> lead to the same place, and a fault or a look at the log can mean one of them.
/// </summary>
internal static class LanePrefix
{
    private const string Prefix = "/lane/";

    public static string Remove(string target)
    {
        if (target.StartsWith("http://", StringComparison.Ordinal)) // a proxy is asked for whole addresses
            target = new Uri(target).PathAndQuery;
        if (!target.StartsWith(Prefix, StringComparison.Ordinal))
            return target;
        var end = target.IndexOf('/', Prefix.Length);
        return end < 0 ? "/" : target[end..];
    }
}
