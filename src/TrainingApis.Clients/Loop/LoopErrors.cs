using System.Globalization;
using System.Text;
using TrainingApis.Clients.Http;

namespace TrainingApis.Clients.Loop;

/// <summary>
/// Finds the vendor's refusals by their French sentences; with which status they come is not documented. The sentences tell one
/// refusal from another, and decide nothing else.
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

    /// <summary>Gets what a sentence refuses; null for a sentence that is not known.</summary>
    public static ApiErrorKind? KindOf(string? sentence)
    {
        var plain = sentence is null ? null : Plain(sentence);
        return plain is null ? null
            : Known.Where(known => plain.Contains(known.Words, StringComparison.Ordinal)).Select(known => (ApiErrorKind?)known.Kind)
                .FirstOrDefault();
    }

    /// <summary>Creates the error of a success that says that the vendor refused.</summary>
    public static ApiException Refused(ApiResponse response, string sentence) =>
        response.Rejected(null, sentence, KindOf(sentence) ?? ApiErrorKind.Rejected);

    /// <summary>Gets lower case without accents, straight apostrophes, single blanks: the vendor writes it in more than one way.</summary>
    private static string Plain(string sentence)
    {
        var letters = sentence.Normalize(NormalizationForm.FormD)
            .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            .Select(character => character is '’' or '‘' or 'ʼ' or '´' or '`' ? '\'' : char.ToLowerInvariant(character));
        return string.Join(' ', string.Concat(letters).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }
}
