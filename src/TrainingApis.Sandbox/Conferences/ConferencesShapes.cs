using System.Globalization;
using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>Puts resources into the shapes in which they may come. An item keeps its shape: its place decides.</summary>
internal sealed class ConferencesShapes
{
    private readonly ConferencesControl _control;

    public ConferencesShapes(ConferencesControl control) => _control = control;

    public SandboxAnswer One(int status, ConferencesKind kind, ConferencesItem item, IReadOnlyCollection<string>? fields = null)
    {
        var node = Shape(kind, item, fields);
        return SandboxAnswer.Json(status, json => node.WriteTo(json));
    }

    /// <summary>A list, whole: there are no pages.</summary>
    public SandboxAnswer Many(ConferencesKind kind, IEnumerable<ConferencesItem> items, bool oftenBare, IReadOnlyCollection<string>? fields = null)
    {
        var bare = _control.ListShape == ConferencesListShape.Array || (_control.ListShape == ConferencesListShape.Mixed && oftenBare);
        var list = new JsonArray(items.Select(item => (JsonNode)Shape(kind, item, fields)).ToArray());
        JsonNode node = bare ? list : new JsonObject { ["items"] = list };
        return SandboxAnswer.Json(200, json => node.WriteTo(json));
    }

    private JsonObject Shape(ConferencesKind kind, ConferencesItem item, IReadOnlyCollection<string>? fields)
    {
        var result = new JsonObject { ["id"] = Id(item.Id, item.Index) };
        foreach (var name in kind.Readable.Skip(1))
        {
            if (item.Members.TryGetPropertyValue(name, out var value))
                result[name] = value?.DeepClone();
        }

        if (kind == ConferencesKinds.Registration)
            ShapeRegistration(result, item.Index);
        if (kind == ConferencesKinds.Watch)
            ShapeWatch(result, item.Index);
        foreach (var name in fields == null ? Array.Empty<string>() : kind.Readable.Where(name => !fields.Contains(name)))
            result.Remove(name);
        return result;
    }

    private void ShapeRegistration(JsonObject result, int index)
    {
        if (result["client"] is JsonObject client)
            client["id"] = Id((string)client["id"]!, index + 1);
        // What says nothing comes as null here, and is left out there.
        foreach (var name in new[] { "cancelReason", "cancelSource", "cancelled", "source" })
        {
            if (index % 2 == 1 && result[name] == null)
                result.Remove(name);
        }

        var asObject = _control.FormShape == ConferencesFormShape.Object || (_control.FormShape == ConferencesFormShape.Mixed && index % 2 == 1);
        if (asObject && result["form"] is JsonArray { Count: 1 } form)
            result["form"] = form[0]!.DeepClone();
    }

    private void ShapeWatch(JsonObject result, int index)
    {
        var asKeys = _control.SignatureShape == ConferencesSignatureShape.Keys || (_control.SignatureShape == ConferencesSignatureShape.Mixed && index % 2 == 1);
        if (!asKeys || result["signature"] is not JsonObject signature || signature["cryptoKeyIds"] is not { } keys)
            return;
        signature.Remove("cryptoKeyIds");
        signature["keys"] = keys;
    }

    private JsonNode Id(string id, int index)
    {
        var asNumber = _control.IdShape == ConferencesIdShape.Number || (_control.IdShape == ConferencesIdShape.Mixed && index % 3 == 1);
        return asNumber ? JsonValue.Create(int.Parse(id, CultureInfo.InvariantCulture)) : JsonValue.Create(id)!;
    }
}
