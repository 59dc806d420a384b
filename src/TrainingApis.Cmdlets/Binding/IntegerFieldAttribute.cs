namespace TrainingApis.Cmdlets.Binding;

/// <summary>Reads a cell that holds a whole number: <c>2.6</c> is an error, not 3.</summary>
internal sealed class IntegerFieldAttribute : FieldTransformationAttribute
{
    protected override string Expected => "a whole number";

    protected override object? Read(object value) =>
        Numbers.From(value) is { } number && number == decimal.Truncate(number)
            && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
}
