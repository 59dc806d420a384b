using System.Text.Json;

namespace TrainingApis.Sandbox.Loop;

/// <summary>What an answer says of a contact or of a user: which one, and in which version.</summary>
internal sealed class LoopEntity
{
    private readonly string _className;
    private readonly Guid _objectId;
    private readonly string _revisionId;

    public LoopEntity(string className, Guid objectId, string revisionId) => (_className, _objectId, _revisionId) = (className, objectId, revisionId);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("module"u8, "cabinet"u8);
        json.WriteString("className"u8, _className);
        json.WriteStartObject("data"u8);
        json.WriteString("objectId"u8, _objectId);
        json.WriteString("$status"u8, "none"u8);
        json.WriteString("revisionId"u8, _revisionId);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
