namespace TrainingApis.Tests.Unit.Support;

/// <summary>A request as it went out.</summary>
internal sealed record Sent(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public override string ToString() => $"{Method} {Url}";
}
