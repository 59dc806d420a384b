namespace TrainingApis.Cegos;

/// <summary>Represents what a check found out about a registration that is yet to be made.</summary>
public sealed class RegistrationCheck
{
    /// <summary>Gets or sets the number of the input object, from 1; null where all came from the command line.</summary>
    public int? Row { get; set; }

    /// <summary>Gets or sets the session.</summary>
    public string? SessionId { get; set; }

    /// <summary>Gets or sets the trainee's CRM id.</summary>
    public string? TraineeCrmId { get; set; }

    /// <summary>Gets whether no problem was found.</summary>
    public bool IsValid => Problems.Count == 0;

    /// <summary>Gets or sets what is wrong, a sentence each; empty where nothing is.</summary>
    public ItemList<string> Problems { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets the status of the session; null where the catalogue has no such session.</summary>
    public SessionStatus? SessionStatus { get; set; }

    /// <summary>Gets or sets the places that the valid rows before this one leave; null where they are not limited, or not known.</summary>
    public int? PlacesLeft { get; set; }

    /// <summary>Gets or sets the title of the session's product; null where it is not known.</summary>
    public string? ProductTitle { get; set; }

    /// <summary>Gets the problems, or <c>valid</c>.</summary>
    public override string ToString() => IsValid ? "valid" : Problems.ToString();
}
