namespace TrainingApis.Sandbox.Resamania;

/// <summary>One endpoint below a brand. Unlike other vendors' servers this one looks at the case of letters.</summary>
internal sealed class ResamaniaRoute
{
    private readonly string[] _template;

    public ResamaniaRoute(string method, string template, ResamaniaAudience audience, ResamaniaContext context, Func<ResamaniaCall, SandboxAnswer> handle)
    {
        (Method, _template, Audience, Context, Handle) = (method, template.Split('/'), audience, context, handle);
    }

    public string Method { get; }

    public ResamaniaAudience Audience { get; }

    public ResamaniaContext Context { get; }

    public Func<ResamaniaCall, SandboxAnswer> Handle { get; }

    public string FirstSegment => _template[0];

    public bool IsItemRead => Method == "GET" && _template[^1] == "{id}";

    /// <summary>True where the path, without its brand, is this route's; what stands for the id comes out.</summary>
    public bool Matches(ReadOnlySpan<string> path, out string id)
    {
        id = string.Empty;
        if (path.Length != _template.Length)
            return false;
        for (var index = 0; index < path.Length; index++)
        {
            if (_template[index] == "{id}")
                id = path[index];
            else if (_template[index] != path[index])
                return false;
        }

        return true;
    }
}
