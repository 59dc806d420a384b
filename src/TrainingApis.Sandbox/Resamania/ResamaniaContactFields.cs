using System.Globalization;
using System.Text.RegularExpressions;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Reads what a caller says of a contact, and refuses what the vendor would.</summary>
internal static class ResamaniaContactFields
{
    private const string NoChoice = "The value you selected is not a valid choice.";
    private static readonly string[] Known =
    {
        "familyName", "givenName", "birthDate", "email", "address", "mobile", "gender", "clubId", "sourceId", "state",
    };

    private static readonly Regex EmailShape = new(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$", RegexOptions.CultureInvariant);
    private static readonly Regex PhoneShape = new(@"^\+?[0-9][0-9 .()\-]{4,20}$", RegexOptions.CultureInvariant);

    public static ResamaniaBody ReadBody(SandboxRequest request) => ResamaniaBody.Read(request, Known);

    /// <summary>The club that a new contact shall belong to: the body's or, where it names none, the context's.</summary>
    public static long ClubOf(ResamaniaBody body, ResamaniaCall call)
    {
        var club = body.Iri("clubId") is { } iri ? call.Brand.FindClub(iri) : call.Club;
        return club != null && call.MayChange(club.Id) ? club.Id : throw ResamaniaRefusal.NotFound();
    }

    /// <summary>Changes the draft as the body says, or ends the call.</summary>
    public static void Apply(ResamaniaBody body, ResamaniaContact draft, ResamaniaCall call, bool isNew)
    {
        var violations = new List<(string Path, string Message)>();
        ApplyTexts(body, draft);
        if (body.Has("sourceId"))
            draft.SourceId = body.Iri("sourceId") is { } iri ? (call.Brand.FindSource(iri) ?? throw ResamaniaRefusal.NotFound()).Id : null;
        if (!isNew && body.Iri("clubId") is { } clubIri && (call.Brand.FindClub(clubIri) ?? throw ResamaniaRefusal.NotFound()).Id != draft.ClubId)
            violations.Add(("clubId", "This value should not be changed."));
        draft.Address = ResamaniaAddressFields.Apply(body, draft.Address, call.Brand, violations);
        foreach (var name in call.Control.RequiredFields.Where(name => (isNew || body.Has(name)) && Value(draft, name) == null))
            violations.Add((name, "required"));
        Check(body, draft, violations);
        if (violations.Count > 0)
            throw ResamaniaRefusal.Invalid(violations);
        // Unique in the whole brand, whatever the club, and a temporary contact counts like any other.
        if (draft.Email != null && call.Brand.FindByEmail(draft.Email) is { } other && other.Id != draft.Id)
            throw ResamaniaRefusal.Code("api.error.contact.email-already-used");
        draft.UpdatedAt = call.Brand.Now;
    }

    private static void ApplyTexts(ResamaniaBody body, ResamaniaContact draft)
    {
        foreach (var name in body.Names.Where(name => name is "familyName" or "givenName" or "birthDate" or "email" or "mobile" or "gender" or "state"))
        {
            var text = string.IsNullOrWhiteSpace(body.Text(name)) ? null : body.Text(name);
            switch (name)
            {
                case "familyName": draft.FamilyName = text; break;
                case "givenName": draft.GivenName = text; break;
                case "birthDate": draft.BirthDate = text; break;
                case "email": draft.Email = text; break;
                case "mobile": draft.Mobile = text; break;
                case "gender": draft.Gender = text; break;
                default: draft.State = text ?? "prospect"; break;
            }
        }
    }

    private static void Check(ResamaniaBody body, ResamaniaContact draft, List<(string Path, string Message)> violations)
    {
        if (body.Has("birthDate") && draft.BirthDate != null
            && !DateTime.TryParseExact(draft.BirthDate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            violations.Add(("birthDate", "This value is not a valid date."));
        if (body.Has("email") && draft.Email != null && !EmailShape.IsMatch(draft.Email))
            violations.Add(("email", "This value is not a valid email address."));
        if (body.Has("mobile") && draft.Mobile != null && !PhoneShape.IsMatch(draft.Mobile))
            violations.Add(("mobile", "This value is not a valid phone number."));
        if (body.Has("gender") && draft.Gender is not (null or "male" or "female"))
            violations.Add(("gender", NoChoice));
        if (body.Has("state") && draft.State is not ("temp" or "prospect"))
            violations.Add(("state", NoChoice));
    }

    private static object? Value(ResamaniaContact draft, string name) => name switch
    {
        "familyName" => draft.FamilyName,
        "givenName" => draft.GivenName,
        "birthDate" => draft.BirthDate,
        "email" => draft.Email,
        "address" => draft.Address,
        "mobile" => draft.Mobile,
        "gender" => draft.Gender,
        "sourceId" => draft.SourceId,
        _ => draft,
    };
}
