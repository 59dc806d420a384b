namespace TrainingApis.Sandbox.Resamania;

/// <summary>The form of an error's body: the vendor shows none, so each that its framework is known for can be asked for.</summary>
public enum ResamaniaErrorShape
{
    /// <summary><c>hydra:Error</c> and <c>ConstraintViolationList</c>.</summary>
    Hydra,

    /// <summary>A problem document: <c>title</c>, <c>detail</c>, <c>status</c>.</summary>
    Problem,

    /// <summary><c>code</c> and <c>message</c>, violations only in the text.</summary>
    Message,

    /// <summary>Plain text.</summary>
    Text,
}
