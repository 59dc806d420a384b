namespace TrainingApis.Cegos;

/// <summary>See the vendor's page.</summary>
public sealed class Session { }
