namespace TrainingApis.Sandbox.Conferences;

/// <summary>A FormItem as callers write it. What its type allows is another matter: <see cref="FormRules"/>.</summary>
internal static class FormChecks
{
    /// <summary>An array of them; items hold items.</summary>
    public static BodyCheck Items { get; } = (value, path, faults) => BodyChecks.List(Item!)(value, path, faults);

    private static readonly BodyCheck InnerValue = BodyChecks.Object(("id", BodyChecks.Text), ("name", BodyChecks.Text), ("value", BodyChecks.Text));

    private static readonly BodyCheck Value = BodyChecks.Object(
        ("id", BodyChecks.Text), ("name", BodyChecks.Text), ("value", BodyChecks.Text), ("values", BodyChecks.List(InnerValue)));

    private static readonly BodyCheck Format = BodyChecks.Object(
        ("maxLength", BodyChecks.Number), ("minLength", BodyChecks.Number), ("regexType", BodyChecks.Text), ("regexValue", BodyChecks.Text), ("valueFormat", BodyChecks.Text));

    private static readonly BodyCheck Item = BodyChecks.Object(
        new BodyMember("id", BodyChecks.Filled, required: true),
        ("type", BodyChecks.Text), ("title", BodyChecks.Text), ("bind", BodyChecks.Text), ("bindGroup", BodyChecks.Text), ("externalId", BodyChecks.Text),
        ("help", BodyChecks.Text), ("placeholder", BodyChecks.Text), ("mandatory", BodyChecks.Flag), ("visible", BodyChecks.Flag),
        ("otherValue", BodyChecks.Flag), ("category", BodyChecks.Flag), ("multiple", BodyChecks.Flag), ("value", BodyChecks.Text),
        ("values", BodyChecks.List(Value)), ("valueFormat", Format), ("zonedDateTime", BodyChecks.ReadOnly), ("subItem", Items));
}
