// Text files that esbuild puts into the bundle as strings.
declare module "*.ftl" {
  const text: string;
  export default text;
}
declare module "*.html" {
  const text: string;
  export default text;
}
