using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PeaceTracker.Services.Import;

/// <summary>By what a text is known again without being kept: of 200,000 rows, the texts would be larger than the file.</summary>
internal static class Fingerprint
{
    /// <summary>Half of the SHA-256: nobody finds two texts that have the same.</summary>
    public static UInt128 Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }
}
