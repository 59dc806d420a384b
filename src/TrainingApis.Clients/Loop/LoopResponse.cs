using System.Text;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Loop;

/// <summary>What a change answers: an object, a JSON string, a plain French sentence, or nothing at all.</summary>
internal sealed class LoopResponse
{
    private static readonly LoopResponse Nothing = new();

    public string? Message { get; private init; }

    /// <summary>The vendor's no in a member of its own.</summary>
    public string? Error { get; private init; }

    public string? ContactId { get; private init; }

    public string? UserId { get; private init; }

    public string? RevisionId { get; private init; }

    /// <summary>True where something of what is documented came.</summary>
    public bool HasContent => Message is not null || ContactId is not null || UserId is not null;

    public static LoopResponse Read(ApiResponse answer) =>
        Utf8Text.FirstByte(answer.Body.Span) == 0 ? Nothing
            : answer.Decode(body => Of(IsSentence(body) ? Utf8Text.Strict.GetString(body).Trim() : JsonTree.Read(body)));

    private static LoopResponse Of(object? plain)
    {
        if (plain is List<object?> { Count: 1 } only)
        {
            plain = only[0];
        }

        if (plain is string text)
        {
            return new LoopResponse { Message = string.IsNullOrWhiteSpace(text) ? null : text };
        }

        if (JsonMembers.Of(plain) is not { } members)
        {
            return Nothing;
        }

        var (contact, user) = (Entity(members, "interloc"), Entity(members, "user"));
        return new LoopResponse
        {
            Message = JsonMembers.Text(members, "message"),
            Error = JsonMembers.Text(members, "error")
                ?? (JsonMembers.Of(members.GetValueOrDefault("error")) is { } error ? JsonMembers.Text(error, "message") : null),
            ContactId = Text(contact, "objectId"),
            UserId = Text(user, "objectId"),
            RevisionId = Text(contact, "revisionId"),
        };
    }

    /// <summary>A letter, and a word after it: JSON begins otherwise, or is a single word.</summary>
    private static bool IsSentence(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body).Trim();
        return char.IsLetter(text[0]) && text.Any(char.IsWhiteSpace);
    }

    /// <summary>What an entity holds: its <c>data</c>, beside <c>module</c> and <c>className</c>.</summary>
    private static IReadOnlyDictionary<string, object?>? Entity(IReadOnlyDictionary<string, object?> members, string name) =>
        JsonMembers.Of(members.GetValueOrDefault(name)) is { } entity ? JsonMembers.Of(entity.GetValueOrDefault("data")) : null;

    private static string? Text(IReadOnlyDictionary<string, object?>? data, string name) =>
        data is null ? null : JsonMembers.Text(data, name);
}
