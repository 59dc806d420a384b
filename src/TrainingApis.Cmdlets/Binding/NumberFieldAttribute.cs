namespace TrainingApis.Cmdlets.Binding;

/// <summary>Reads a cell that holds a number, with a point for its decimals whatever the culture.</summary>
internal sealed class NumberFieldAttribute : FieldTransformationAttribute
{
    protected override string Expected => "a number (digits, with a point for decimals)";

    protected override object? Read(object value) => Numbers.From(value);
}
