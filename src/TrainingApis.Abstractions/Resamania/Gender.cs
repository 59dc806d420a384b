namespace TrainingApis.Resamania;

/// <summary>A contact's gender, as far as the vendor has words for it.</summary>
public enum Gender
{
    /// <summary><c>male</c>.</summary>
    [WireName("male")]
    Male,

    /// <summary><c>female</c>.</summary>
    [WireName("female")]
    Female,
}
