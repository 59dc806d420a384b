using System.Globalization;
using System.Text;
using TrainingApis.Clients.Http;

namespace TrainingApis.Clients.Loop;

/// <summary>
/// Recognises the refusals of the vendor by their French sentences, because their HTTP status is not documented. The sentences only tell
/// one refusal from another.
/// </summary>
internal static class LoopErrors
{
    /// <summary>In the form that <see cref="Plain"/> returns.</summary>
    private static readonly (string Words, ApiErrorKind Kind)[] Known =
    [
        ("est deja associe a un autre interlocuteur", ApiErrorKind.Conflict),
        ("vous devez d'abord l'inviter sur votre tenant", ApiErrorKind.Rejected),
        ("interlocuteur n'existe pas", ApiErrorKind.NotFound),
    ];

    /// <summary>Gets the kind of refusal of a sentence; null for an unknown sentence.</summary>
    public static ApiErrorKind? KindOf(string? sentence)
    {
        var plain = sentence is null ? null : Plain(sentence);
        return plain is null ? null
            : Known.Where(known => plain.Contains(known.Words, StringComparison.Ordinal)).Select(known => (ApiErrorKind?)known.Kind)
                .FirstOrDefault();
    }

    /// <summary>Creates the error of a response with a success status in which the vendor refuses the request.</summary>
    public static ApiException Refused(ApiResponse response, string sentence) =>
        response.Rejected(null, sentence, KindOf(sentence) ?? ApiErrorKind.Rejected);

    /// <summary>
    /// Gets lower case without accents, with straight apostrophes and single spaces, because the vendor uses several spellings.
    /// </summary>
    private static string Plain(string sentence)
    {
        var letters = sentence.Normalize(NormalizationForm.FormD)
            .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            .Select(character => character is '’' or '‘' or 'ʼ' or '´' or '`' ? '\'' : char.ToLowerInvariant(character));
        return string.Join(' ', string.Concat(letters).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }
}
