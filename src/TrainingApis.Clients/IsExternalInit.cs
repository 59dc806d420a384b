namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for to allow <c>init</c>; netstandard2.1 does not have it.</summary>
internal static class IsExternalInit;
