namespace System.Runtime.CompilerServices;

/// <summary>Provides the type that records require, because this target framework does not contain it.</summary>
internal static class IsExternalInit;
