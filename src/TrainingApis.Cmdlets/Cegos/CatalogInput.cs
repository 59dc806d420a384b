using System.Management.Automation;
using TrainingApis.Cegos;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Converts what comes down the pipeline to products and sessions.</summary>
internal static class CatalogInput
{
    /// <summary>Gets the product or session; null for any other object.</summary>
    public static object? Convert(PSObject item) => item.BaseObject as Product ?? (object?)(item.BaseObject as Session);
}
