namespace TrainingApis.Tests.Unit.Support;

/// <summary>Represents a request as it was sent.</summary>
internal sealed record SentRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public override string ToString() => $"{Method} {Url}";
}
