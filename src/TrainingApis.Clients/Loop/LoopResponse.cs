using System.Text;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Loop;

/// <summary>Represents the response to a change: an object, a JSON string, a plain French sentence, or an empty body.</summary>
internal sealed class LoopResponse
{
    public string? Message { get; private init; }

    public string? ContactId { get; private init; }

    public string? UserId { get; private init; }

    public string? RevisionId { get; private init; }

    /// <summary>
    /// Gets the members that this version does not know. Their names begin with the contact or the user to which they belong.
    /// </summary>
    public AdditionalProperties AdditionalProperties { get; private init; } = [];

    /// <summary>Reads a response. A refusal throws.</summary>
    public static LoopResponse Read(ApiResponse response)
    {
        var tree = Utf8Text.FirstByte(response.Body.Span) == 0 ? null
            : response.Decode(body => IsSentence(body) ? Utf8Text.Strict.GetString(body).Trim() : JsonTree.Read(body));
        tree = tree is List<object?> { Count: 1 } only ? only[0] : tree;
        var json = JsonObject.Of(tree);
        var message = JsonObject.AsText(tree as string) ?? json?.Text("message");
        if ((json?.Text("error") ?? json?.Object("error")?.Text("message")) is { } error)
        {
            throw LoopErrors.Refused(response, error);
        }

        if (LoopErrors.KindOf(message) is not null)
        {
            throw LoopErrors.Refused(response, message!);
        }

        var (contact, user) = (json?.Object("interloc")?.Object("data"), json?.Object("user")?.Object("data"));
        return new LoopResponse
        {
            Message = message,
            ContactId = contact?.Text("objectId"),
            UserId = user?.Text("objectId"),
            RevisionId = contact?.Text("revisionId"),
            AdditionalProperties = Others(json, contact, user),
        };
    }

    private static AdditionalProperties Others(JsonObject? json, JsonObject? contact, JsonObject? user)
    {
        var others = new AdditionalProperties();
        Add(string.Empty, json, "message", "interloc", "user");
        Add("interloc.", json?.Object("interloc"), "module", "className", "data");
        Add("interloc.", contact, "objectId", "$status", "revisionId");
        Add("user.", json?.Object("user"), "module", "className", "data");
        Add("user.", user, "objectId", "$status");
        return others;

        void Add(string prefix, JsonObject? from, params string[] known)
        {
            foreach (var (name, value) in from?.Members ?? new Dictionary<string, object?>())
            {
                if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    others[prefix + name] = Encoding.UTF8.GetString(JsonTree.Write(value));
                }
            }
        }
    }

    /// <summary>Accepts any response, for operations without a documented response.</summary>
    public static string? AcceptAny(LoopResponse response) => null;

    /// <summary>Gets what is missing if the response contains nothing that is documented.</summary>
    public static string? RequireContent(LoopResponse response) =>
        response.Message is not null || response.ContactId is not null || response.UserId is not null ? null
            : "it has no \"message\" and no \"objectId\"";

    /// <summary>Gets what is missing if the response contains no contact.</summary>
    public static string? RequireContact(LoopResponse response) =>
        response.ContactId is not null ? null : "it has no \"objectId\" of the contact";

    /// <summary>A letter and another word follow: JSON starts with another character, or is a single word.</summary>
    private static bool IsSentence(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body).Trim();
        return text.Length > 0 && char.IsLetter(text[0]) && text.Any(char.IsWhiteSpace);
    }
}
