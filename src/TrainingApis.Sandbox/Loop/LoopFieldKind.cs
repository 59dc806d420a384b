namespace TrainingApis.Sandbox.Loop;

/// <summary>What a field is on the wire.</summary>
internal enum LoopFieldKind
{
    Text,

    /// <summary>Text that looks like an address.</summary>
    Email,

    /// <summary>One of the documented words, in lower case.</summary>
    Offer,

    /// <summary>A JSON boolean: text and numbers are refused.</summary>
    Flag,
}
