/** The bytes of a file that a person chose, in base64. */
export function readBase64(file: File): Promise<string> {
    return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onerror = () => reject(reader.error ?? new Error(file.name));
        reader.onload = () => resolve(afterComma(String(reader.result)));
        reader.readAsDataURL(file);
    });
}

/** What a `data:` address holds; an empty file's has no comma in some browsers. */
function afterComma(address: string): string {
    const comma = address.indexOf(',');
    return comma < 0 ? '' : address.slice(comma + 1);
}
