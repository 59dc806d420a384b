namespace TrainingApis.Cegos;

/// <summary>Specifies what a Cegos token is for: each part of the API has its own host and its own token.</summary>
public enum CegosScope
{
    /// <summary>The catalogue (<c>api-cegos</c>).</summary>
    Catalog,

    /// <summary>Leads, registrations and deferrals (<c>api-registration</c>), granted on explicit authorisation.</summary>
    Registration,
}
