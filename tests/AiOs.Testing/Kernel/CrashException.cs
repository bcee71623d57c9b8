namespace AiOs.Testing.Kernel;

/// <summary>The process ends here. No part of the program knows this exception, so nothing goes on after it.</summary>
internal sealed class CrashException : Exception;
