namespace System.Runtime.CompilerServices;

/// <summary>Provides what the compiler needs for <c>init</c>; netstandard2.1 does not have it.</summary>
internal static class IsExternalInit;
