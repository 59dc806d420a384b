namespace TrainingApis.Sandbox.Conferences;

/// <summary>What a registration's <c>form</c> of one item is: the vendor's table says an object, its outline an array.</summary>
public enum ConferencesFormShape
{
    /// <summary>One registration's form is an array, another's an object, always the same for one registration.</summary>
    Mixed,

    /// <summary>An array, as longer forms always are.</summary>
    Array,

    /// <summary>The one item itself.</summary>
    Object,
}
