using System.Management.Automation;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>Text that $null on the command line clears. PowerShell itself would make an empty text of it, which leaves.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ClearableAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData ?? Clearing.Text;
}
