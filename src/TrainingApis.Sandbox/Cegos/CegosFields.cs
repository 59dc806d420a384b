namespace TrainingApis.Sandbox.Cegos;

/// <summary>The documented fields of each request. The sandbox refuses anything else.</summary>
internal static class CegosFields
{
    public static FieldRule[] Lead { get; } =
    {
        new("civility", FieldKind.Civility, required: true), new("emailing", FieldKind.ZeroOrOne, required: true),
        new("lastName", required: true), new("firstName", required: true), new("email", required: true),
        new("phoneNumber"), new("companyName"), new("establishmentName"), new("siren"), new("siret"), new("address"), new("postalCode"),
        new("city"), new("country"), new("positionCode"), new("activityCode"), new("userWebId"), new("type"),
    };

    public static FieldRule[] Registration { get; } =
    {
        new("managerCrmId", required: true), new("managerCrmIsLead", FieldKind.TextFlag, required: true),
        new("traineeCrmId", required: true), new("traineeCrmIsLead", FieldKind.TextFlag, required: true), new("sessionId", required: true),
        new("clientReference"), new("canal"), new("comments"), new("isCPF", FieldKind.Flag), new("cpfHours", FieldKind.TextNumber),
        new("includeMeal", FieldKind.Flag), new("overbooking", FieldKind.Flag), new("webSaleId"),
    };

    public static FieldRule[] Cancellation { get; } = { new("registrationNumber", required: true), new("reason"), new("user") };

    public static FieldRule[] Deferral { get; } = { new("registrationNumber", required: true), new("sessionId", required: true) };
}
