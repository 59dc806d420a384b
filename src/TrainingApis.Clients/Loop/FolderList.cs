using System.Text.Json;
using TrainingApis.Clients.Json;
using TrainingApis.Loop;

namespace TrainingApis.Clients.Loop;

/// <summary>Reads what LOOPHUB answers: a bare array of client files; one file where there is only one is a list of one.</summary>
internal sealed class FolderList
{
    private FolderList(IReadOnlyList<Folder> items, string? sentence)
    {
        Items = items;
        Sentence = sentence;
    }

    public IReadOnlyList<Folder> Items { get; }

    /// <summary>What the vendor said in place of a list; null where there is one.</summary>
    public string? Sentence { get; }

    public static FolderList Read(ReadOnlySpan<byte> json, ModelJson model)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var folders = new List<Folder>();
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
            case JsonTokenType.StartObject:
                model.ReadItems(ref reader, folders, "the list");
                break;
            case JsonTokenType.String:
                return new FolderList(folders, reader.GetString());
            default:
                throw new ShapeException("it is no list");
        }
        reader.Read(); // anything after the end throws
        if (!folders.Any(folder => string.IsNullOrEmpty(folder.CodeDossier)))
        {
            return new FolderList(folders, null);
        }

        return folders.Count == 1 && JsonMembers.Text(JsonMembers.Read(json), "message") is { } message
            ? new FolderList([], message)
            : throw ShapeException.Missing("codeIbs");
    }
}
