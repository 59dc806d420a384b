namespace TrainingApis.Resamania;

/// <summary>The states that a contact can be given.</summary>
public enum ContactState
{
    /// <summary>A person who may become a member (<c>prospect</c>).</summary>
    [WireName("prospect")]
    Prospect,

    /// <summary>A stand-in that a prospect of another club is moved into (<c>temp</c>).</summary>
    [WireName("temp")]
    Temp,
}
