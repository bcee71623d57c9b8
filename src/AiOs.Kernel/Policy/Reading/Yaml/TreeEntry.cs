namespace AiOs.Kernel.Policy.Reading.Yaml;

/// <summary>A key and its value.</summary>
internal sealed record TreeEntry(int Line, string Key, TreeNode Value);
