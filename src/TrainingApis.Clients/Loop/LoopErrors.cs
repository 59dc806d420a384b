using System.Globalization;
using System.Text;

namespace TrainingApis.Clients.Loop;

/// <summary>
/// The vendor's refusals that are known by their words; what status they come with is not documented. The words tell one no from
/// another, and nothing else is decided by them.
/// </summary>
internal static class LoopErrors
{
    /// <summary>As <see cref="Plain"/> leaves them.</summary>
    private static readonly (string Words, ApiErrorKind Kind)[] Known =
    [
        ("est deja associe a un autre interlocuteur", ApiErrorKind.Conflict),
        ("vous devez d'abord l'inviter sur votre tenant", ApiErrorKind.Rejected),
        ("interlocuteur n'existe pas", ApiErrorKind.NotFound),
    ];

    /// <summary>What a sentence refuses; null where it is none of those that are known.</summary>
    public static ApiErrorKind? KindOf(string? sentence)
    {
        if (sentence is null)
        {
            return null;
        }

        var plain = Plain(sentence);
        foreach (var (words, kind) in Known)
        {
            if (plain.Contains(words, StringComparison.Ordinal))
            {
                return kind;
            }
        }
        return null;
    }

    /// <summary>An answer that was no success, by what its words mean; as it is where they are not known and its status says
    /// enough.</summary>
    public static ApiException Recast(ApiException refusal)
    {
        if (refusal.StatusCode is not (>= 400 and not (401 or 408 or 429)))
        {
            return refusal;
        }

        if (KindOf(refusal.Reason) is { } known)
        {
            return As(refusal, known);
        }
        // The same refusal may come with 400 or 409, so neither says more than no.
        return refusal is { Kind: ApiErrorKind.InvalidRequest or ApiErrorKind.Conflict, Reason: not null, FieldErrors.Count: 0 }
            ? As(refusal, ApiErrorKind.Rejected) : refusal;
    }

    /// <summary>The same refusal with another meaning.</summary>
    public static ApiException As(ApiException refusal, ApiErrorKind kind)
    {
        var what = kind switch
        {
            ApiErrorKind.Conflict => $"{refusal.Api} says that {refusal.Operation} conflicts with what exists already",
            ApiErrorKind.NotFound => $"{refusal.Api} did not find what {refusal.Operation} asked for",
            _ => $"{refusal.Api} rejected {refusal.Operation}",
        };
        return new ApiException(kind, $"{what}. It says: {refusal.Reason}", refusal.InnerException)
        {
            StatusCode = refusal.StatusCode,
            Code = refusal.Code,
            Reason = refusal.Reason,
            RequestId = refusal.RequestId,
            FieldErrors = refusal.FieldErrors,
            Api = refusal.Api,
            Operation = refusal.Operation,
            Route = refusal.Route,
        };
    }

    /// <summary>Small letters without accents, straight apostrophes, single blanks: the vendor writes it in more than one way.</summary>
    private static string Plain(string sentence)
    {
        var plain = new StringBuilder();
        foreach (var character in sentence.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var letter = character is '’' or '‘' or 'ʼ' or '´' or '`' ? '\'' : char.ToLowerInvariant(character);
            if (!char.IsWhiteSpace(letter))
            {
                plain.Append(letter);
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }
        return plain.ToString();
    }
}
