namespace TrainingApis.Cmdlets.Base;

/// <summary>Shows enough of an e-mail address to tell rows apart, and no more: <c>j…@example.com</c>.</summary>
internal static class EmailMask
{
    public static string Apply(string address)
    {
        var at = address.LastIndexOf('@');
        return at > 0 ? $"{address[0]}…{address[at..]}" : "…";
    }
}
