using System.Reflection;

namespace TrainingApis;

/// <summary>Specifies how a member of a request is sent.</summary>
internal enum WireFormat
{
    /// <summary>The form of its type: text, a Boolean, a number, or the wire name of an enumeration value.</summary>
    Default,

    /// <summary>An ID: text without white space at the ends.</summary>
    Id,

    /// <summary>Text: <c>true</c> and <c>false</c>, or a number in its shortest form.</summary>
    Text,

    /// <summary>The number 0 or 1.</summary>
    ZeroOrOne,

    /// <summary>The number of an enumeration value.</summary>
    Number,

    /// <summary>A date without a time: <c>2000-12-31</c>.</summary>
    Date,

    /// <summary>Text in upper case.</summary>
    UpperCase,

    /// <summary>Separate members of the request: a dictionary whose keys are wire names.</summary>
    Members,
}

/// <summary>
/// Specifies the wire name of a request member or of an enumeration value. A dotted name (<c>client.id</c>) is a member of a nested object.
/// Properties without this attribute are not sent.
/// </summary>
/// <param name="name">The name in the API of the vendor.</param>
/// <param name="format">The format in which the value is sent.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class WireNameAttribute(string name, WireFormat format = WireFormat.Default) : Attribute
{
    public string Name { get; } = name;

    public WireFormat Format { get; } = format;

    /// <summary>Gets or sets whether the member is a path parameter.</summary>
    public bool InPath { get; set; }

    /// <summary>Gets or sets the collection of the resource that the member identifies by number or IRI; null for other members.</summary>
    public string? Collection { get; set; }

    /// <summary>Gets the wire name of an enumeration value; null if it has none.</summary>
    /// <param name="value">The value.</param>
    public static string? WordOf(Enum value) =>
        value.GetType().GetField(value.ToString())?.GetCustomAttribute<WireNameAttribute>()?.Name;
}
