namespace TrainingApis.Cegos;

/// <summary>Specifies a civility; a number in the API. There is no 3.</summary>
public enum Civility
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>A man.</summary>
    Mr = 1,

    /// <summary>A woman.</summary>
    Mrs = 2,

    /// <summary>A company.</summary>
    Company = 4,

    /// <summary>A group of companies.</summary>
    Group = 5,

    /// <summary>A branch.</summary>
    Branch = 6,

    /// <summary>A business.</summary>
    Business = 7,

    /// <summary>A head office.</summary>
    HeadOffice = 8,

    /// <summary>A secondary establishment.</summary>
    SecondaryEstablishment = 9,

    /// <summary>A private person.</summary>
    Particular = 10,

    /// <summary>An establishment that is not the head office.</summary>
    NonHeadquarteredEstablishment = 11,

    /// <summary>A subsidiary company.</summary>
    SubsidiaryCompany = 12,
}
