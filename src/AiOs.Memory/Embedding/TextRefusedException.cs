using AiOs.Contracts;

namespace AiOs.Memory.Embedding;

/// <summary>A model did not take a text, most likely since it is too long; another text, or less of it, may well do.</summary>
/// <param name="message">What happened.</param>
/// <param name="cause">What the model said.</param>
internal sealed class TextRefusedException(string message, Exception cause) : AiOsException(message, cause);
