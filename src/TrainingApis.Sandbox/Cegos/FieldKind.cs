namespace TrainingApis.Sandbox.Cegos;

/// <summary>What a field of a registration request is on the wire.</summary>
internal enum FieldKind
{
    Text,

    /// <summary>The words true and false as text: a JSON boolean is refused.</summary>
    TextFlag,

    /// <summary>A number as text, with a point.</summary>
    TextNumber,

    /// <summary>A JSON boolean: text is refused.</summary>
    Flag,

    /// <summary>A JSON number, 0 or 1.</summary>
    ZeroOrOne,

    /// <summary>A JSON number of the documented enumeration, which has no 3.</summary>
    Civility,
}
