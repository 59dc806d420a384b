using System.Reflection;

namespace TrainingApis;

/// <summary>Specifies how a member of a request is sent.</summary>
internal enum WireFormat
{
    /// <summary>As its type: text, a Boolean, a number, the wire word of an enumeration value.</summary>
    Default,

    /// <summary>As an id: text without white space at its ends.</summary>
    Id,

    /// <summary>As text: <c>true</c> and <c>false</c>, a number in its shortest form.</summary>
    Text,

    /// <summary>As the number 0 or 1.</summary>
    ZeroOrOne,

    /// <summary>As the number of an enumeration value.</summary>
    Number,

    /// <summary>As the day of a date: <c>2000-12-31</c>.</summary>
    Date,

    /// <summary>As text in upper case.</summary>
    UpperCase,

    /// <summary>As members of the request itself: a dictionary whose names are wire names.</summary>
    Members,
}

/// <summary>
/// Gives the wire name of a member of a request, or the wire word of an enumeration value. A dotted name (<c>client.id</c>) is a member
/// of a nested object. Properties without it are not sent.
/// </summary>
/// <param name="name">The name, as the vendor writes it.</param>
/// <param name="format">How the value is sent.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class WireNameAttribute(string name, WireFormat format = WireFormat.Default) : Attribute
{
    public string Name { get; } = name;

    public WireFormat Format { get; } = format;

    /// <summary>Gets or sets whether it is a parameter of the path.</summary>
    public bool InPath { get; set; }

    /// <summary>Gets or sets the collection of the resource that it names by number or IRI; null for other members.</summary>
    public string? Collection { get; set; }

    /// <summary>Gets the vendor's word for an enumeration value; null where it has none.</summary>
    /// <param name="value">The value.</param>
    public static string? WordOf(Enum value) =>
        value.GetType().GetField(value.ToString())?.GetCustomAttribute<WireNameAttribute>()?.Name;
}
