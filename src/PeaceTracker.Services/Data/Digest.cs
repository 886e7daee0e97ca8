using System.Security.Cryptography;
using System.Text;

namespace PeaceTracker.Services.Data;

/// <summary>SHA-256 in hexadecimal: by what something is known again without being kept.</summary>
public static class Digest
{
    /// <summary>Of a text.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Of bytes.</summary>
    public static string Of(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}
